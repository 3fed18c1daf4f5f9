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
            "xValue": 3,
            "yValue": 8,
            "content": "p 0",
            "padding": 0,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "label",
            "xValue": 7,
            "yValue": 8,
            "content": "p 20",
            "padding": 20,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "label",
            "xValue": 3,
            "yValue": 4,
            "content": "sides",
            "padding": {
              "left": 30,
              "bottom": 20
            },
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "label",
            "xValue": 7,
            "yValue": 4,
            "content": "xy",
            "padding": {
              "x": 30,
              "y": 2
            },
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderRadius": {
              "topLeft": 10
            }
          }
        ]
      }
    }
  }
}
