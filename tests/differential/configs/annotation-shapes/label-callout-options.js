// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": false,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": false,
        "min": 0,
        "max": 10
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "label",
            "xValue": 2,
            "yValue": 8,
            "content": "margin",
            "yAdjust": 60,
            "callout": {
              "display": true,
              "margin": 20,
              "borderColor": "red",
              "borderWidth": 4
            }
          },
          {
            "type": "label",
            "xValue": 5,
            "yValue": 8,
            "content": "side",
            "yAdjust": 80,
            "xAdjust": 40,
            "callout": {
              "display": true,
              "side": 30,
              "start": 10,
              "borderColor": "green",
              "borderDash": [
                6,
                3
              ],
              "borderDashOffset": 2
            }
          },
          {
            "type": "label",
            "xValue": 8,
            "yValue": 8,
            "content": "start",
            "yAdjust": 90,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "callout": {
              "display": true,
              "start": "100%",
              "borderJoinStyle": "round",
              "borderCapStyle": "round",
              "borderWidth": 8,
              "margin": 0
            }
          },
          {
            "type": "label",
            "xValue": 2,
            "yValue": 3,
            "content": "covered",
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "callout": {
              "display": true
            }
          },
          {
            "type": "label",
            "xValue": 5,
            "yValue": 3,
            "content": "no width",
            "xAdjust": 90,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "callout": {
              "display": true,
              "borderWidth": 0
            }
          },
          {
            "type": "label",
            "xValue": 8,
            "yValue": 3,
            "content": "no border",
            "xAdjust": -80,
            "rotation": 45,
            "backgroundColor": "pink",
            "callout": {
              "display": true,
              "margin": 0,
              "borderColor": "blue"
            }
          }
        ]
      }
    }
  }
}
