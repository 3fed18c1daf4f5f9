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
            "xValue": 1,
            "yValue": 5,
            "content": "left",
            "xAdjust": 20,
            "yAdjust": 70,
            "backgroundColor": "white",
            "borderColor": "black",
            "borderWidth": 1,
            "callout": {
              "display": true,
              "position": "left",
              "borderColor": "red"
            }
          },
          {
            "type": "label",
            "xValue": 3,
            "yValue": 5,
            "content": "bottom",
            "xAdjust": 20,
            "yAdjust": -70,
            "backgroundColor": "white",
            "borderColor": "black",
            "borderWidth": 1,
            "callout": {
              "display": true,
              "position": "bottom",
              "borderColor": "red"
            }
          },
          {
            "type": "label",
            "xValue": 5,
            "yValue": 5,
            "content": "top",
            "xAdjust": 20,
            "yAdjust": 70,
            "backgroundColor": "white",
            "borderColor": "black",
            "borderWidth": 1,
            "callout": {
              "display": true,
              "position": "top",
              "borderColor": "red"
            }
          },
          {
            "type": "label",
            "xValue": 7,
            "yValue": 5,
            "content": "right",
            "xAdjust": 20,
            "yAdjust": -70,
            "backgroundColor": "white",
            "borderColor": "black",
            "borderWidth": 1,
            "callout": {
              "display": true,
              "position": "right",
              "borderColor": "red"
            }
          },
          {
            "type": "label",
            "xValue": 9,
            "yValue": 5,
            "content": "auto",
            "xAdjust": 20,
            "yAdjust": 70,
            "backgroundColor": "white",
            "borderColor": "black",
            "borderWidth": 1,
            "callout": {
              "display": true,
              "position": "auto",
              "borderColor": "red"
            }
          }
        ]
      }
    }
  }
}
